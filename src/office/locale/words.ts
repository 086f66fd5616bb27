/** The same keys and parameters as the Vietnamese words, with any text. */
export type Words<Source> = {
  [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Words<Source[Key]>
}
