import type { Control } from 'react-hook-form';
import type { BindContent } from '#components/review/review-request.ts';

export type BindControl = Control<BindValues, unknown, BindContent>;

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
