import type { provider as english } from '#lib/i18n/messages/en/provider.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const provider: Twin<typeof english> = {};
