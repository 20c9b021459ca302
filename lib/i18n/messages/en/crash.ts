/** Shown in both languages at once and without a provider of messages: plain sentences, nothing to fill in. */
export const crash = {
  title: 'The console could not be shown',
  text: 'It met an error it did not expect. If it comes again, tell the people who run this server: its log says more.',
  maybeSent:
    'If you had just confirmed a change, it may have been sent. Look in history before you repeat it.',
  incident: 'Incident',
  action: 'Open the start page',
  history: 'Look in history',
};
