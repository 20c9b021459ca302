import type { people as english } from '#lib/i18n/messages/en/people.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const people: Twin<typeof english> = {};
