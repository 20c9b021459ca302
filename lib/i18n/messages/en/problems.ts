/** One sentence for every code of lib/domain/problem.ts: what is wrong and how to mend it. */
export const problems = {
  signed_out:
    'You are signed out. Sign in again in another tab, then come back and repeat this: what you typed stays here.',
  forbidden: 'Your role does not allow this. Ask an admin to do it, or to change your role.',
  not_found: 'This does not exist, or it is not yours to see.',
  too_many_requests: 'Too many requests in a short time. Wait a few seconds, then try again.',
  invalid_input: 'Something in this form could not be read. Check it and try again.',
  unexpected: 'Something went wrong here. Try again; if it stays, give your admin the error id {incident}.',
  offline: 'The console did not answer. Check your connection, then try again; what you typed is kept.',
  stale: 'The console was updated since you opened this page. Reload the page, then try again.',

  app_missing: 'Choose an app.',
  app_not_allowed: 'This console may not bind in this app. Choose one from the list.',
  app_malformed: 'Enter the SdkAppId as digits alone, such as 1400000000.',
  number_missing: 'Enter a number.',
  number_has_letters: 'Take the letters out of the number: use digits only.',
  number_has_odd_characters:
    'Take out the characters that do not belong in a number: use digits, spaces, dashes and brackets.',
  number_too_short: 'This number is too short. Add the missing digits, with area code.',
  number_too_long: 'This number is too long. Use at most {limit} digits.',
  number_ambiguous: 'This can be read as more than one number. Choose the one you mean.',
  number_several: 'These are several numbers. Bind them one at a time.',
  number_not_shown_form: 'The number differs from the one you were shown. Review the binding once more.',
  number_type_unknown: 'Choose the type of the number.',
  url_missing: 'Enter a callback URL, or choose to send without one.',
  url_malformed: 'This is not a web address. Check it for typing errors, above all in the host name.',
  url_not_absolute: 'Start the address with https://',
  url_needs_https: 'Start the address with https:// instead of http://',
  url_http_not_allowed: 'This console binds https:// addresses only. Start the address with https://',
  url_scheme_not_allowed: 'Only web addresses can be called. Start the address with https://',
  url_has_spaces: 'Take the spaces out of the address.',
  url_has_control_characters:
    'The address has invisible control characters. Type it again instead of pasting it.',
  url_has_credentials: 'Take the user name and password out of the address: they would be shown in history.',
  url_has_fragment: 'Take out everything from the # on: it is never sent.',
  url_has_hidden_part:
    'A part of this address is hidden (***), as history shows it. Fill in the whole address, or put the entry back from history.',
  url_too_long: 'The address is too long. Use at most {limit} characters.',
  url_private_host: 'The provider can’t reach {host} from outside. Use a public host.',
  url_placeholder_host: 'This is a sample address. Use the address of your own system.',
  url_not_canonical: 'The address is written in an unusual way. Use {canonical}',
  url_not_shown_form: 'The address differs from the one you were shown. Review the binding once more.',
  reason_too_long: 'Shorten the reason to at most {limit} characters.',

  binding_conflict:
    'Somebody changed this number after you opened this. Nothing was sent. Compare and decide again.',
  binding_busy: 'This number is being changed right now. Wait for that change to finish, then review again.',
  binding_unchanged: 'The number already has this URL. Nothing was sent.',
  binding_key_reused: 'This form was already used for another change. Review the binding once more.',
  binding_not_repeatable:
    'This binding can’t be sent again: its outcome is known by now, or a newer change exists.',
  pace_unavailable:
    'Too many bindings are waiting for the provider’s limit of 20 a second. Nothing was sent. Try again in a few seconds.',

  restore_never_in_force:
    'This change was never in force, so there is nothing to put back: it was refused or denied, or is not over yet.',
  restore_no_url: 'This change was sent without a callback URL, so there is no URL to put back.',
  restore_app_gone:
    'The app of this change is no longer set up in this console. Set it up again to bind in it.',
  restore_url_not_allowed:
    'This console no longer takes this URL, because its rules have changed. Bind the number to another URL in the form.',
  batch_count_not_typed: 'Type {count} to confirm how many numbers are changed.',
  batch_key_reused: 'This page has already started another batch. Open it anew to start one more.',
  batch_line_too_wide:
    'Line {line}, column {column}: more fields than the other lines have. If a URL holds the separator, put the URL in quotes.',
  batch_line_twice: 'Line {line} or its number stands in the batch twice. Remove one of the two.',
  batch_lines_changed: 'Some of these lines were changed or sent again meanwhile. Look at the batch again.',
  batch_field_too_long:
    'Line {line}, column {column}: this field is longer than {limit} bytes. Shorten it, or close the quote that it began with.',
  batch_file_gone:
    'The file could not be opened: it was moved or changed after it was chosen. Choose it again.',
  batch_file_no_text:
    'Line {line}, byte {column}: this file is no text there. Save it as CSV (UTF-8) or tab-separated text and choose it again.',
  batch_file_too_large:
    'Line {line}, byte {column}: here the file becomes larger than {limit} MiB. Split it into smaller ones.',
  batch_quote_open:
    'Line {line}, column {column}: this quote is never closed. Add the closing quote, or write two quotes where one is meant.',
  batch_text_after_quote:
    'Line {line}, column {column}: text follows a closing quote. Put a separator there, or write two quotes where one is meant.',
  batch_too_many_columns:
    'Line {line}, column {column}: more than {limit} columns. Remove the ones that are not needed.',
  batch_too_many_rows:
    'Line {line}, column {column}: one line too many. A batch has at most {limit} rows. Split it into several.',
  view_name_taken: 'You have a view of this name already. Choose another name, or change that view.',
  view_too_many: 'At most {limit} views are kept for a person. Delete one that you no longer use.',

  sign_in_failed:
    'The email or the password is not right, or the account is disabled. Check both; if you forgot the password, ask an admin for a new link.',
  sign_in_throttled:
    'Too many tries. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  email_missing: 'Enter an email address.',
  email_malformed: 'Enter the email address in full, like name@example.com.',
  email_taken: 'Somebody with this email is already here. Find them in the list, or use another email.',
  name_missing: 'Enter a name.',
  name_too_long: 'Shorten the name to at most {limit} characters.',
  name_malformed:
    'The name holds a character that cannot be shown, such as a line break. Type the name by hand.',
  password_missing: 'Enter a password.',
  password_too_short: 'Use at least {limit} characters. Several words in a row are easy to remember.',
  password_too_long: 'Shorten the password to at most {limit} characters.',
  link_expired: 'This link was used or has run out. Ask an admin for a new one.',
  setup_closed: 'This console already has an admin. Sign in instead, or ask the admin for a link.',
  last_admin: 'This is the last admin. Make somebody else an admin first.',
  cannot_change_self: 'You can’t change your own role or disable yourself. Ask another admin.',
};
