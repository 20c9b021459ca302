import type { ui as english } from '#lib/i18n/messages/en/ui.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const ui: Twin<typeof english> = {};
