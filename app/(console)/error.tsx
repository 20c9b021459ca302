'use client';

// Next wants a client module at this very place; inside the console the shell stays around it.
export { default } from '#app/error.tsx';
