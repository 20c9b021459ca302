'use client';

import { useState } from 'react';

/** The last value that was there: old rows stay on the screen while new ones load, and when loading fails. */
export function useLatest<Value>(value: Value | undefined): Value | undefined {
  const [latest, setLatest] = useState(value);
  if (value !== undefined && value !== latest) setLatest(value);
  return value ?? latest;
}
