import { expect, test } from 'vitest';
import { blankValues } from '#components/bind-form/bind-values.ts';
import {
  draftStore,
  fingerprint,
  firstDraft,
  keyFor,
  newDraft,
  parseDraft,
} from '#components/bind-form/draft.ts';
import { makeKey } from '#lib/client/idempotency-key.ts';

const content = {
  appId: '1400000000',
  number: '0086075586013388',
  numberType: null,
  callbackUrl: 'https://a.cn/x',
  reason: null,
};
const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};

test('a key is a UUID of version 4, and never the same twice', () => {
  const keys = Array.from({ length: 500 }, makeKey);
  for (const key of keys)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(keys).size).toBe(500);
});

test('the same content without a seen answer keeps its key, so that it finds its first result', () => {
  const draft = { ...newDraft(blankValues('')), sent: fingerprint(content) };
  expect(keyFor(draft, content)).toBe(draft.key);
});

test('other content after an unanswered send gets another key', () => {
  const draft = { ...newDraft(blankValues('')), sent: fingerprint(content) };
  expect(keyFor(draft, { ...content, callbackUrl: 'https://a.cn/y' })).not.toBe(draft.key);
});

test('content that changes before anything was sent keeps the key from render on', () => {
  const draft = newDraft(blankValues(''));
  expect(keyFor(draft, content)).toBe(draft.key);
});

test('a reload finds values and key again; another viewer finds nothing', () => {
  const storage = memory();
  const draft = { ...newDraft({ ...blankValues('1'), number: '755' }), sent: fingerprint(content) };
  draftStore('ann', () => storage).save(draft);
  expect(draftStore('ann', () => storage).load()).toEqual(draft);
  expect(draftStore('bob', () => storage).load()).toBeNull();
});

test('broken or foreign leftovers never break the form', () => {
  const store = draftStore('ann', () => ({ ...memory(), getItem: () => '{"key":' }));
  expect(store.load()).toBeNull();
  expect(parseDraft('[]')).toBeNull();
  expect(parseDraft('{"key":"k","values":{"number":7,"omitUrl":"yes","reason":"r"}}')?.values).toEqual({
    ...blankValues(''),
    reason: 'r',
  });
});

test('without storage the form still works', () => {
  const store = draftStore('ann', () => {
    throw new Error('forbidden');
  });
  expect(store.load()).toBeNull();
  expect(store.save(newDraft(blankValues('')))).toBe(false);
  expect(draftStore('ann', memory).save(newDraft(blankValues('')))).toBe(true);
});

test('a form opened for a number starts with it, unless what the tab kept is about it or is still unanswered', () => {
  const blank = blankValues('');
  const wanted = { appId: '1400000000', number: '0086075586013388' };
  const typed = newDraft({ ...blank, number: '0086075586013389', reason: 'OPS-7' });
  const opened = { ...blank, ...wanted };
  expect(firstDraft(null, blank, null).values).toEqual(blank);
  expect(firstDraft(typed, blank, null)).toBe(typed);
  expect(firstDraft(null, blank, wanted).values).toEqual(opened);
  expect(firstDraft(typed, blank, wanted).values).toEqual(opened);
  const sameNumber = newDraft({ ...opened, callbackUrl: 'https://a.cn/x' });
  expect(firstDraft(sameNumber, blank, wanted)).toBe(sameNumber);
  const unanswered = { ...typed, sent: fingerprint(content) };
  expect(firstDraft(unanswered, blank, wanted)).toBe(unanswered);
});
