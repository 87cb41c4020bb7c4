/** What a Field needs to show a problem; nothing where there is none. */
export function fieldProblem(problem: string | null | undefined) {
  return problem === null || problem === undefined
    ? {}
    : { validationMessage: problem, validationState: 'error' as const };
}
