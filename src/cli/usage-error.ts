/** A call that cannot be carried out as it stands, said in a sentence that ends with the cure. */
export class UsageError extends Error {}
