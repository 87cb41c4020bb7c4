import { z } from 'zod';

/** One line of text as a person types it into a setting, without control characters. `longest`: in UTF-16 units; empty is allowed. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u);
