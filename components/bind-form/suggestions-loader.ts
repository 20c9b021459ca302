import { queryClientHere } from '#components/providers/query-provider.tsx';
import { suggestions } from '#lib/bind-number/cache.ts';

/** Apart from the form, so that what asks the server comes after the first picture of the page. */
export const loadSuggestions = () => queryClientHere().fetchQuery(suggestions());
