/**
 * The closed list of expected failures. Every code has one user sentence in each language under `problems.<code>`
 * of the message files; a test proves it.
 */
export const problemCodes = [
  // who is asking
  'signed_out',
  'forbidden',
  'not_found',
  'too_many_requests',
  'reading_paced',
  'invalid_input',
  'unexpected',
  // between browser and server
  'offline',
  'stale',
  'wrong_origin',
  'request_too_large',
  'proxy_sign_in',
  'proxy_refused',
  'proxy_busy',
  'proxy_unavailable',
  'answer_unreadable',
  'part_missing',
  // fields of a binding
  'app_missing',
  'app_not_allowed',
  'app_retired',
  'app_malformed',
  'number_missing',
  'number_has_letters',
  'number_has_odd_characters',
  'number_too_short',
  'number_too_long',
  'number_area_code_missing',
  'number_not_in_plan',
  'number_shortened',
  'number_formula_error',
  'number_is_decimal',
  'formula_error',
  'number_no_value',
  'number_ambiguous',
  'number_several',
  'number_not_shown_form',
  'number_type_unknown',
  'url_missing',
  'url_no_value',
  'url_malformed',
  'url_not_absolute',
  'url_needs_https',
  'url_scheme_misspelt',
  'url_wrapped',
  'url_several',
  'url_ends_in_mark',
  'url_host_not_dns',
  'url_http_not_allowed',
  'url_scheme_not_allowed',
  'url_has_spaces',
  'url_has_control_characters',
  'url_has_credentials',
  'url_has_fragment',
  'url_has_hidden_part',
  'url_too_long',
  'url_private_host',
  'url_placeholder_host',
  'url_not_canonical',
  'url_not_shown_form',
  'reason_too_long',
  // binding
  'binding_conflict',
  'binding_busy',
  'binding_unchanged',
  'binding_key_reused',
  'binding_not_repeatable',
  'pace_unavailable',
  // putting an earlier binding back
  'restore_never_in_force',
  'restore_no_url',
  'restore_app_gone',
  'restore_url_not_allowed',
  // exports
  'export_too_many_rows',
  'export_too_many_waiting',
  // batches
  'batch_count_not_typed',
  'batch_key_reused',
  'batch_file_archive',
  'batch_file_pdf',
  'batch_line_too_wide',
  'batch_line_twice',
  'batch_lines_changed',
  'batch_field_too_long',
  'batch_file_empty',
  'batch_file_gone',
  'batch_file_no_text',
  'batch_file_too_large',
  'batch_number_elsewhere',
  'batch_number_is_date',
  'batch_number_odd',
  'batch_quote_open',
  'batch_quote_swallows',
  'batch_too_many_columns',
  'batch_too_many_rows',
  'batch_url_cut',
  'batch_workbook_broken',
  'batch_workbook_encrypted',
  'batch_workbook_no_sheet',
  'batch_workbook_old',
  'batch_workbook_too_large',
  // the apps of the console
  'app_id_missing',
  'app_id_taken',
  'app_name_taken',
  'apps_fixed',
  // views of history
  'view_name_taken',
  'view_too_many',
  // signing in and people
  'sign_in_failed',
  'sign_in_throttled',
  'sign_in_account_busy',
  'email_missing',
  'email_malformed',
  'email_taken',
  'name_missing',
  'name_too_long',
  'name_malformed',
  'password_missing',
  'password_too_short',
  'password_too_long',
  'password_guessable',
  'password_wrong',
  'password_unchanged',
  'link_expired',
  'setup_closed',
  'setup_link_expired',
  'last_admin',
  'cannot_change_self',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

const unclearCodes: readonly ProblemCode[] = [
  'offline',
  'unexpected',
  'proxy_refused',
  'proxy_unavailable',
  'answer_unreadable',
];

/** True for a problem after which nobody here knows whether the server did what it was asked to do. */
export const isUnclear = ({ code }: Pick<Problem, 'code'>): boolean => unclearCodes.includes(code);

/**
 * An expected failure. `field` names the form field it belongs to; `params` fill the sentence; `problems` are the
 * single fields' of an `invalid_input`.
 */
export type Problem = {
  code: ProblemCode;
  field?: string;
  params?: Record<string, string | number>;
  problems?: Problem[];
};

/** Shorthand: `problem('url_too_long', { field: 'callbackUrl', params: { limit: 2000 } })`. */
export const problem = (code: ProblemCode, rest: Omit<Problem, 'code'> = {}): Problem => ({ code, ...rest });

export const isProblemCode = (text: string): text is ProblemCode =>
  (problemCodes as readonly string[]).includes(text);
