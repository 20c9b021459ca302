import type { signIn as english } from '#lib/i18n/messages/en/sign-in.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const signIn: Twin<typeof english> = {};
