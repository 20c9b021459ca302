'use client';

import { type FormEvent, useRef, useState } from 'react';
import type { $ZodType } from 'zod/v4/core';
import { callAction } from '#lib/client/call-action.ts';
import { readIssues } from '#lib/domain/issues.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Result } from '#lib/domain/result.ts';

type Options<Input, Value> = {
  action: (input: Input) => Promise<Result<Value>>;
  /** Loaded at the first submit, not with the page. The server checks with the same one and has the last word. */
  loadSchema: () => Promise<$ZodType<Input>>;
  read: (form: FormData) => Input;
  done: (value: Value) => void;
};

type Check<Input> = (input: Input) => Problem[];

async function loadCheck<Input>(loadSchema: () => Promise<$ZodType<Input>>): Promise<Check<Input>> {
  const [schema, { safeParse }] = await Promise.all([loadSchema(), import('zod/v4/core')]);
  return (input) => {
    const parsed = safeParse(schema, input);
    return parsed.success ? [] : readIssues(parsed.error.issues);
  };
}

/**
 * A form of uncontrolled fields before one action. Nothing is marked wrong before the first submit; after a failed
 * one each field's error leaves as soon as the field is right. What is typed stays, whatever happens.
 */
export function useActionForm<Input, Value>({ action, loadSchema, read, done }: Options<Input, Value>) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const check = useRef<Check<Input> | null>(null);
  const inFlight = useRef(false);

  const send = async (input: Input): Promise<Problem[]> => {
    check.current ??= await loadCheck(loadSchema).catch(() => null);
    const found = check.current?.(input) ?? [];
    if (found.length > 0) return found;
    const result = await callAction(action, input);
    if (!result.ok) return result.problem.problems ?? [result.problem];
    done(result.value);
    return [];
  };

  const submit = async (data: FormData) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setBusy(true);
    const found = await send(read(data));
    inFlight.current = false;
    setBusy(false);
    setProblems(found);
    if (found.length > 0) setAttempt((count) => count + 1);
  };

  // React empties a form after its `action`; a submit that we take ourselves leaves what was typed.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    if (problems.length === 0 || !check.current) return;
    const still = check.current(read(new FormData(event.currentTarget)));
    const typedIn = event.target instanceof HTMLInputElement ? event.target.name : null;
    setProblems(
      problems.filter(({ field }) => field !== typedIn || still.some((left) => left.field === field)),
    );
  };

  // `action` serves a submit before the page is hydrated: React keeps it and calls this as soon as it can. Without
  // it the browser would post the form itself, and nowhere.
  return { problems, attempt, busy, form: { action: submit, onSubmit, onInput, noValidate: true } as const };
}
