import type { history as english } from '#lib/i18n/messages/en/history.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const history: Twin<typeof english> = {};
