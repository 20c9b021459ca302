'use client';

import { useEffect, useState } from 'react';

const pauseMs = 250;

/** The value once it has stood still: asking for every keystroke would ask for numbers nobody means. */
export function useSettledValue<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pauseMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
