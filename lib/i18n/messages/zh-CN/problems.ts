import type { problems as english } from '#lib/i18n/messages/en/problems.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const problems: Twin<typeof english> = {};
