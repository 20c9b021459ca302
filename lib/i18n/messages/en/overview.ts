export const overview = {
  title: 'Overview',
  about: 'How changes went, what is still open, and whether the provider answers.',
  stale: 'These facts could not be read again just now; they are from the last time it worked.',
  setback: {
    restored: {
      title:
        'Restored from a copy of <time></time>: {count, plural, one {# number} other {# numbers}} may differ from the provider',
      text: 'What was changed after that copy is not known here, so a number may lead elsewhere than this console says. A new binding settles a number.',
    },
    away: {
      title:
        'Nobody was here since <time></time>: {count, plural, one {# number} other {# numbers}} may differ from the provider',
      text: 'Something was under way when the last server stopped, and that is long ago. Since then somebody may have changed numbers in the provider’s console, or an older copy of the disk was put back.',
    },
    held: 'Nothing is sent by itself{count, plural, =0 {.} one {: # batch was paused and waits until somebody resumes it.} other {: # batches were paused and wait until somebody resumes them.}}',
    numbers: 'Show these numbers',
    batches: 'Show the batches',
    acknowledge: 'Take this notice away',
    recorded: 'For everybody; it is recorded with your name.',
    support: 'An admin looks into it and takes this notice away.',
    gone: 'The notice is taken away.',
  },
  outcomes: {
    title: 'Outcomes',
    outcome: 'Outcome',
    day: 'Last 24 hours',
    week: 'Last 7 days',
    atLeast: '{count, number}+',
    show: '{count} {outcome}, {span}: show in history',
    inexact: 'More was changed than is counted here: the newest {limit, number} changes.',
  },
  unknown: {
    title:
      '{count, plural, one {# number whose outcome is unknown} other {# numbers whose outcome is unknown}}',
    titleAtLeast: 'More than {count, number} numbers whose outcome is unknown',
    admin:
      'The provider may or may not have applied these changes, so a number can lead to its old or its new URL. Send it again, or bind it with the URL it should have: a confirmed change settles it.',
    support:
      'The provider may or may not have applied these changes, so a number can lead to its old or its new URL. An admin settles it by binding the number again.',
    bind: 'Bind a number',
    open: 'Open the entry of {number}',
    by: 'by {name}',
    all: 'Show all in history',
    none: 'No number is waiting for an answer: every outcome is known.',
  },
  unsettled: {
    title: '{count, plural, one {# number that is not settled} other {# numbers that are not settled}}',
    titleAtLeast: 'More than {count, number} numbers that are not settled',
    admin:
      'An earlier change of these numbers got no clear answer. Its request can arrive late and replace the newest change, which is therefore sent once more by itself as soon as that can no longer happen. Where a decision is needed, bind the number again.',
    support:
      'An earlier change of these numbers got no clear answer. Its request can arrive late and replace the newest change, which is therefore sent once more by itself as soon as that can no longer happen. Where a decision is needed, an admin binds the number again.',
  },
  latest: { title: 'Last changes', caption: 'Last changes, newest first', all: 'All of history' },
  connection: {
    title: 'Connection',
    more: 'All facts',
    provider: 'Provider',
    answered: 'Answered',
    silent: 'No answer to the last request',
    silentAt: 'Last tried',
    lastAnswer: 'Last answer',
    never: 'Not known: nothing was sent to it yet.',
    noAnswer: 'None among the last requests',
    clock: 'Server’s clock',
    clockRight: 'Right within a minute',
    clockUnknown: 'Not known: no answer has told yet.',
    asOf: 'as of',
    corrected: 'Requests are signed with the corrected time.',
    key: 'Cloud key',
    sources: {
      environment: 'from the environment',
      profile: 'from the profile file',
      simulator: 'of the built-in simulator',
    },
    endpoint: 'Endpoint',
    simulated: 'Simulator: no real number is touched',
    checked: 'Key checked',
    verdicts: {
      works: 'it works',
      limited: 'accepted, may not read numbers',
      refused: 'refused',
      not_sent: 'nothing was sent',
      unclear: 'no clear answer',
    },
    notChecked: 'Not since the server started',
  },
};
