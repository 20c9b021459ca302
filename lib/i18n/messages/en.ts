import { account } from '#lib/i18n/messages/en/account.ts';
import { auditLog } from '#lib/i18n/messages/en/audit-log.ts';
/**
 * Every visible string, by namespace: one file a namespace in `en/`, and its twin in `zh-CN/` typed as
 * `typeof <namespace>`, so that a missing or extra key does not compile. Values are ICU messages.
 */
import { auditLogActs } from '#lib/i18n/messages/en/audit-log-acts.ts';
import { batches } from '#lib/i18n/messages/en/batches.ts';
import { bind } from '#lib/i18n/messages/en/bind.ts';
import { chart } from '#lib/i18n/messages/en/chart.ts';
import { connection } from '#lib/i18n/messages/en/connection.ts';
import { crash } from '#lib/i18n/messages/en/crash.ts';
import { filters } from '#lib/i18n/messages/en/filters.ts';
import { history } from '#lib/i18n/messages/en/history.ts';
import { homeCountry } from '#lib/i18n/messages/en/home-country.ts';
import { newBatch } from '#lib/i18n/messages/en/new-batch.ts';
import { number } from '#lib/i18n/messages/en/number.ts';
import { numberGroup } from '#lib/i18n/messages/en/number-group.ts';
import { numberMeaning } from '#lib/i18n/messages/en/number-meaning.ts';
import { numberState } from '#lib/i18n/messages/en/number-state.ts';
import { numbers } from '#lib/i18n/messages/en/numbers.ts';
import { overview } from '#lib/i18n/messages/en/overview.ts';
import { passwordReset } from '#lib/i18n/messages/en/password-reset.ts';
import { people } from '#lib/i18n/messages/en/people.ts';
import { preferences } from '#lib/i18n/messages/en/preferences.ts';
import { problems } from '#lib/i18n/messages/en/problems.ts';
import { provider } from '#lib/i18n/messages/en/provider.ts';
import { restore } from '#lib/i18n/messages/en/restore.ts';
import { shell } from '#lib/i18n/messages/en/shell.ts';
import { signIn } from '#lib/i18n/messages/en/sign-in.ts';
import { ui } from '#lib/i18n/messages/en/ui.ts';
import { undo } from '#lib/i18n/messages/en/undo.ts';
import { views } from '#lib/i18n/messages/en/views.ts';

export const en = {
  account,
  auditLogActs,
  batches,
  bind,
  newBatch,
  crash,
  history,
  homeCountry,
  number,
  passwordReset,
  people,
  preferences,
  problems,
  provider,
  auditLog,
  restore,
  numberGroup,
  numberMeaning,
  numberState,
  numbers,
  chart,
  filters,
  overview,
  connection,
  shell,
  signIn,
  ui,
  undo,
  views,
};

/** The shape of a catalogue: the same keys, any text. */
export type Catalogue = {
  [Namespace in keyof typeof en]: Twin<(typeof en)[Namespace]>;
};

/** A namespace in another language: the same keys all the way down. */
export type Twin<T> = { [Key in keyof T]: T[Key] extends string ? string : Twin<T[Key]> };

export type Namespace = keyof typeof en;
