import type { shell as english } from '#lib/i18n/messages/en/shell.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const shell: Twin<typeof english> = {};
