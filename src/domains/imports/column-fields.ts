import { fieldLabels, importFields } from './rules/fields.ts'

/** The fields that a column may be mapped to, in the picker's order. */
export const columnFields = importFields.map((name) => ({ name, ...fieldLabels[name] }))
