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
  'invalid_input',
  'unexpected',
  // between browser and server
  'offline',
  'stale',
  // fields of a binding
  'app_missing',
  'app_not_allowed',
  'app_malformed',
  'number_missing',
  'number_has_letters',
  'number_has_odd_characters',
  'number_too_short',
  'number_too_long',
  'number_ambiguous',
  'number_several',
  'number_not_shown_form',
  'number_type_unknown',
  'url_missing',
  'url_malformed',
  'url_not_absolute',
  'url_needs_https',
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
  // batches
  'batch_count_not_typed',
  'batch_key_reused',
  'batch_line_too_wide',
  'batch_line_twice',
  'batch_lines_changed',
  'batch_field_too_long',
  'batch_file_gone',
  'batch_file_no_text',
  'batch_file_too_large',
  'batch_quote_open',
  'batch_text_after_quote',
  'batch_too_many_columns',
  'batch_too_many_rows',
  // views of history
  'view_name_taken',
  'view_too_many',
  // signing in and people
  'sign_in_failed',
  'sign_in_throttled',
  'email_missing',
  'email_malformed',
  'email_taken',
  'name_missing',
  'name_too_long',
  'name_malformed',
  'password_missing',
  'password_too_short',
  'password_too_long',
  'link_expired',
  'setup_closed',
  'last_admin',
  'cannot_change_self',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

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
