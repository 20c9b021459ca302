import type { Catalogue } from '#lib/i18n/messages/en.ts';
import { account } from '#lib/i18n/messages/zh-CN/account.ts';
import { auditLog } from '#lib/i18n/messages/zh-CN/audit-log.ts';
import { auditLogActs } from '#lib/i18n/messages/zh-CN/audit-log-acts.ts';
import { batches } from '#lib/i18n/messages/zh-CN/batches.ts';
import { bind } from '#lib/i18n/messages/zh-CN/bind.ts';
import { chart } from '#lib/i18n/messages/zh-CN/chart.ts';
import { connection } from '#lib/i18n/messages/zh-CN/connection.ts';
import { crash } from '#lib/i18n/messages/zh-CN/crash.ts';
import { filters } from '#lib/i18n/messages/zh-CN/filters.ts';
import { history } from '#lib/i18n/messages/zh-CN/history.ts';
import { homeCountry } from '#lib/i18n/messages/zh-CN/home-country.ts';
import { newBatch } from '#lib/i18n/messages/zh-CN/new-batch.ts';
import { number } from '#lib/i18n/messages/zh-CN/number.ts';
import { numberGroup } from '#lib/i18n/messages/zh-CN/number-group.ts';
import { numberMeaning } from '#lib/i18n/messages/zh-CN/number-meaning.ts';
import { numberState } from '#lib/i18n/messages/zh-CN/number-state.ts';
import { numbers } from '#lib/i18n/messages/zh-CN/numbers.ts';
import { overview } from '#lib/i18n/messages/zh-CN/overview.ts';
import { passwordReset } from '#lib/i18n/messages/zh-CN/password-reset.ts';
import { people } from '#lib/i18n/messages/zh-CN/people.ts';
import { preferences } from '#lib/i18n/messages/zh-CN/preferences.ts';
import { problems } from '#lib/i18n/messages/zh-CN/problems.ts';
import { provider } from '#lib/i18n/messages/zh-CN/provider.ts';
import { restore } from '#lib/i18n/messages/zh-CN/restore.ts';
import { shell } from '#lib/i18n/messages/zh-CN/shell.ts';
import { signIn } from '#lib/i18n/messages/zh-CN/sign-in.ts';
import { ui } from '#lib/i18n/messages/zh-CN/ui.ts';
import { undo } from '#lib/i18n/messages/zh-CN/undo.ts';
import { views } from '#lib/i18n/messages/zh-CN/views.ts';

export const zhCN: Catalogue = {
  account,
  auditLogActs,
  batches,
  bind,
  newBatch,
  chart,
  crash,
  filters,
  history,
  homeCountry,
  number,
  numberGroup,
  numberMeaning,
  numberState,
  numbers,
  overview,
  passwordReset,
  people,
  preferences,
  problems,
  provider,
  auditLog,
  restore,
  connection,
  shell,
  signIn,
  ui,
  undo,
  views,
};
