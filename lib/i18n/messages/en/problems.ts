/** One sentence for every code of lib/domain/problem.ts: what is wrong and how to mend it. */
export const problems = {
  signed_out:
    'You are signed out. Sign in again in another tab, then come back and repeat this: what you typed stays here.',
  forbidden: 'Your role does not allow this. Ask an admin to do it, or to change your role.',
  not_found: 'This does not exist, or it is not yours to see.',
  too_many_requests:
    'Too many requests from you in a short time. You can go on in {seconds, plural, one {# second} other {# seconds}}; what you typed is kept, and nothing was done.',
  reading_paced:
    'More than {rows} rows were read here within ten minutes. The next ones come in {seconds} s; for all of them at once, use Export.',
  invalid_input: 'Something in this form could not be read. Check it and try again.',
  unexpected: 'Something went wrong here. Try again; if it stays, give your admin the error id {incident}.',
  offline: 'The console did not answer. Check your connection, then try again; what you typed is kept.',
  stale: 'The console was updated since you opened this page. Reload the page, then try again.',
  wrong_origin:
    'You reached this console as {reached}, but it is configured as {configured}. Open it there, or have whoever runs the server set APP_ORIGIN={reached} and start it again. Nothing was done.',
  request_too_large:
    'This is larger than what is let through on the way to the console (413), so it did not arrive. Send less at a time, or have the proxy in front let 8 MB through (nginx: client_max_body_size 8m).',
  proxy_sign_in:
    'Something in front of the console wants you to sign in there first. Open the console in another tab, sign in, then come back and repeat this: what you typed stays here.',
  proxy_refused:
    'The request was refused on its way to the console (403). Whoever runs the proxy or firewall in front can tell why.',
  proxy_busy:
    'Something in front of the console lets only so many requests through (429). Wait a minute, then try again.',
  proxy_unavailable:
    'The proxy in front of the console got no answer from it ({status}). The console may be starting again; try again in a minute.',
  answer_unreadable:
    'The answer ({status}) was not one that this page can read. Reload the page; if it stays, tell whoever runs the server.',
  part_missing: 'A part of this page could not be loaded. Try again, or reload the page.',

  app_missing: 'Choose an app.',
  app_not_allowed: 'This console may not bind in this app. Choose one from the list.',
  app_retired:
    'The app {name} is retired, so nothing is bound in it. Choose another one, or bring it back on the Connection page.',
  app_malformed: 'Enter the SdkAppId as digits alone, such as 1400000000.',
  number_missing: 'Enter a number.',
  number_has_letters: 'Take the letters out of the number: use digits only.',
  number_has_odd_characters:
    'Take out the characters that do not belong in a number: use digits, spaces, dashes and brackets.',
  number_too_short: 'This number is too short. Add the missing digits, with area code.',
  number_too_long: 'This number is too long. Use at most {limit} digits.',
  number_area_code_missing: 'Area or country code is missing. Write it in front of the number.',
  number_not_in_plan:
    'No numbering plan has this number. Check its digits, or write it with + and its country code.',
  number_shortened:
    'A spreadsheet has shortened this number, its last digits are lost: format the column as text and copy it again.',
  number_formula_error:
    'This is an error of a spreadsheet’s formula ({text}), not a number. Correct the formula and copy the number again.',
  formula_error:
    'This is an error of a spreadsheet’s formula ({text}). Correct the formula and copy it again, or fill it in here.',
  number_is_decimal:
    '{text} is a decimal number, and no phone number. Where its point or comma only separates digits, type the number without it.',
  number_no_value: 'This says that there is no number here ({text}). Enter the number.',
  number_ambiguous: 'This can be read as more than one number. Choose the one you mean.',
  number_several: 'These are several numbers. Bind them one at a time.',
  number_not_shown_form: 'The number differs from the one you were shown. Review the binding once more.',
  number_type_unknown: 'Choose the type of the number.',
  url_missing: 'Enter a callback URL, or choose to send without one.',
  url_no_value: 'This says that there is no URL here ({text}). Enter the callback URL.',
  url_malformed: 'This is not a web address. Check it for typing errors, above all in the host name.',
  url_not_absolute: 'Start the address with https://',
  url_needs_https: 'https:// is missing. Write it in front of the address.',
  url_scheme_misspelt: 'https:// is mistyped or written twice. It belongs in front of the host once.',
  url_wrapped: 'There is more than the address here. Leave the address alone.',
  url_several: 'There is more than one address here. Keep one.',
  url_ends_in_mark: 'The address ends in “{end}”. Take that off, or say that it belongs to the address.',
  url_host_not_dns:
    '{host} cannot be the name of a host: between its dots stand only letters, digits, - and _, with no - at either end.',
  url_http_not_allowed: 'This console binds https:// addresses only. Start the address with https://',
  url_scheme_not_allowed: 'Only web addresses can be called. Start the address with https://',
  url_has_spaces: 'Take the spaces out of the address.',
  url_has_control_characters:
    'The address has control characters, which nobody sees. Take them out, or type the address again.',
  url_has_credentials: 'Take the user name and password out of the address: they would be shown in history.',
  url_has_fragment: 'Take out everything from the # on: it is never sent.',
  url_has_hidden_part:
    'A part of this address is hidden (***), as history shows it. Fill in the whole address, or put the entry back from history.',
  url_too_long: 'The address is too long. Use at most {limit} characters.',
  url_private_host: 'The provider can’t reach {host} from outside. Use a public host.',
  url_placeholder_host: 'Nothing fills in {placeholder}. Write the real name of the host.',
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
    'The app of this change is no longer in use in this console. An admin can add it or bring it back on the Connection page.',
  restore_url_not_allowed:
    'This console no longer takes this URL, because its rules have changed. Bind the number to another URL in the form.',
  export_too_many_rows:
    'An Excel file has at most {limit, number} rows. Choose CSV here, or close this and narrow the filters.',
  export_too_many_waiting:
    'Five of your exports and reports wait already, and one is written at a time. Try again when one of them has ended.',
  batch_count_not_typed: 'Type {count} to confirm how many numbers are changed.',
  batch_key_reused: 'This page has already started another batch. Open it anew to start one more.',
  batch_line_too_wide:
    'This line fills more than the {width} columns of the table, so its fields may be out of place. Check the number, then correct or confirm the URL here, or remove the line.',
  batch_line_twice: 'Line {line, number} or its number stands in the batch twice. Remove one of the two.',
  batch_lines_changed: 'Some of these lines were changed or sent again meanwhile. Look at the batch again.',
  batch_field_too_long:
    'Line {line, number}, character {column}: this field is longer than {limit} bytes. Type a shorter one here, or remove the line.',
  batch_file_empty: 'This file is empty. Choose another file, or paste the lines.',
  batch_file_gone:
    'The file could not be opened: it was moved or changed after it was chosen. Choose it again.',
  batch_file_no_text:
    'Line {line, number}, byte {column} is not text in UTF-8. Choose an .xlsx file, CSV (UTF-8) or tab-separated text, or copy the cells and paste them.',
  batch_file_too_large:
    'The file is larger than {limit} MiB: line {line, number} is the first that is too much. Choose it in smaller parts, one batch each.',
  batch_quote_open:
    'Line {line, number}, character {column}: a quote begins here and never ends. Correct the field here, or remove the line.',
  batch_too_many_columns:
    'This line fills more than {limit} columns; those behind are not read. Correct the number or the URL here if need be, or remove the line.',
  batch_too_many_rows:
    'Line {line, number} is one too many: a batch has at most {limit, number} lines. Paste or choose them in smaller parts, one batch each.',
  batch_file_archive:
    'This file is an archive without an Excel workbook in it. Choose an .xlsx, CSV or tab-separated text file, or copy the cells and paste them.',
  batch_file_pdf:
    'This file is a PDF. Choose the table that it was made from (.xlsx or CSV), or copy its rows and paste them.',
  batch_number_elsewhere:
    'The fields of this line may be out of place: {number} stands in another column than the one that is read as the number. Correct the number and the URL here, choose another column for the number, or remove the line.',
  batch_number_odd:
    'Other lines have public numbers, {number} is not one. Use it if it is meant; otherwise correct it here, or remove the line.',
  batch_number_is_date:
    'This is a date, most likely made of a number by a spreadsheet. Type the number here, or format its column as text and copy it again.',
  batch_quote_swallows:
    'Line {line, number}, character {column}: a quote begins here and runs over the {lines, plural, one {next line} other {next # lines}}, which may be lines of their own. Start over and take the quote out, or correct the field here.',
  batch_url_cut: 'A separator follows this URL: does “{whole}” belong together? Choose which URL is meant.',
  batch_workbook_broken:
    'This workbook could not be read. Open it in a spreadsheet, save it again as .xlsx or CSV and choose that, or copy the cells and paste them.',
  batch_workbook_encrypted:
    'This workbook is protected with a password. Open it, copy the cells and paste them, or save it without a password and choose it again.',
  batch_workbook_no_sheet: 'This workbook has no sheet with cells. Choose another file, or paste the lines.',
  batch_workbook_old:
    'This is a file of the old Excel format (.xls). Open it, save it as .xlsx or CSV and choose that, or copy the cells and paste them.',
  batch_workbook_too_large:
    'This workbook is too large: at most {packed} MiB, {unpacked} MiB unpacked, {entries} parts, and no cell far from the others. Copy the cells that are needed and paste them, or save that sheet as CSV.',
  app_id_missing: 'Enter the SdkAppId.',
  app_id_taken:
    'This SdkAppId is in the list already, as {name}. Rename it there, or bring it back if it is retired.',
  app_name_taken: 'The app {id} is already called that. Choose a name that tells the two apart.',
  apps_fixed:
    'The apps are set by CCC_SDK_APPS where the server is started. Change them there and start the console again.',
  view_name_taken: 'You have a view of this name already. Choose another name, or change that view.',
  view_too_many: 'At most {limit} views are kept for a person. Delete one that you no longer use.',

  sign_in_failed:
    'The email or the password is not right, or the account is disabled. Check both; if you forgot the password, ask an admin for a new link.',
  sign_in_throttled:
    'Too many tries. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  sign_in_account_busy:
    'Many computers are trying to sign in to this account. Wait {seconds, plural, one {# second} other {# seconds}}, then try again. There are two other ways in: another admin can make you a new link on the People page, or the person who runs the server can run: npm run admin -- reset EMAIL',
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
  password_guessable:
    '{reason, select, own {This password contains your name, your email or a word of this console, and little else.} common {This is a common password, or close to one.} repeat {This password repeats itself.} sequence {This password is a sequence of letters or digits.} spatial {These keys lie beside each other on the keyboard.} date {This password is little more than a date.} other {This password is too easy to guess.}} Use several words that do not belong together.',
  password_wrong: 'This is not your current password. Check it and try again.',
  password_unchanged: 'The new password is the current one. Choose another.',
  link_expired: 'This link was used or has run out. Ask an admin for a new one.',
  setup_link_expired:
    'This set-up link was used or has run out after one hour. Start the server again: it prints a new one. Open that and fill in this form once more.',
  setup_closed: 'This console already has an admin. Sign in instead, or ask the admin for a link.',
  last_admin: 'This is the last admin. Make somebody else an admin first.',
  cannot_change_self: 'You can’t change your own role or disable yourself. Ask another admin.',
};
