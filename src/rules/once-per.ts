/**
 * The same answer, computed once for each object it is asked of and kept as long as that object is. For what never
 * changes, such as a snapshot: a thousand agents ask it for the same thing.
 */
export function oncePer<Subject extends object, Answer>(compute: (subject: Subject) => Answer): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const held = known.get(subject);
    if (held !== undefined) return held.answer;
    const answer = compute(subject);
    known.set(subject, { answer });
    return answer;
  };
}
