/** True for an error that says a part of the page did not arrive; false for one that the part itself made. */
export const isMissingPart = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ChunkLoadError';
