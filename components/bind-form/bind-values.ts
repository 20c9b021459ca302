import type { BindInput } from '#lib/bind-number/schema.ts';

/** The form as typed. Nothing here is rewritten by the console; what will be sent is shown beside it. */
export type BindValues = {
  appId: string;
  number: string;
  /** Which meaning of an ambiguous number was chosen, in its sent form. */
  numberChoice: string;
  /** Empty until picked by hand: it then follows from the number, and afterwards the console only suggests. */
  numberType: 'number' | 'inner' | 'none' | '';
  callbackUrl: string;
  omitUrl: boolean;
  reason: string;
};

/** What the person confirms in the dialog. */
export type BindContent = Pick<BindInput, 'appId' | 'number' | 'numberType' | 'callbackUrl' | 'reason'>;

/** A number that the bind form is opened for, in its sent form. */
export type WantedNumber = Pick<BindValues, 'appId' | 'number'>;

export const blankValues = (appId: string): BindValues => ({
  appId,
  number: '',
  numberChoice: '',
  numberType: '',
  callbackUrl: '',
  omitUrl: false,
  reason: '',
});

export const sameValues = (a: BindValues, b: BindValues): boolean => JSON.stringify(a) === JSON.stringify(b);
