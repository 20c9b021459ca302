/** Shown in both languages at once and without a provider of messages: plain sentences, nothing to fill in. */
export const crash = {
  title: 'The console could not be shown',
  text: 'It met an error it did not expect. Nothing was sent because of it. If it comes again, tell whoever runs this server; its log says more.',
  incident: 'Incident',
  action: 'Open the start page',
};
