'use client';

import { CrashPage } from '#components/shell/crash-page.tsx';
import { crash as en } from '#lib/i18n/messages/en/crash.ts';
import { crash as zhCN } from '#lib/i18n/messages/zh-CN/crash.ts';
import './globals.css';

const languages = [
  { lang: 'en', texts: en },
  { lang: 'zh-CN', texts: zhCN },
];

/** What is left when even the root layout fails: no language, no theme, no messages are known here. */
export default function GlobalError({ error }: { error: unknown }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return <CrashPage languages={languages} incident={digest} />;
}
