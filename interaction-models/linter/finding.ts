/** A fault of an interaction model: the rule that it breaks, its place in the model, and a sentence about it. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
}
