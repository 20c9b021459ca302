import type { bind as english } from '#lib/i18n/messages/en/bind.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const bind: Twin<typeof english> = {};
