import { drinks } from './drinks.ts'
import { freshFood } from './fresh-food.ts'
import { herbsAndCrafts } from './herbs-crafts.ts'
import type { ProductKind } from './kind.ts'
import { processedFood } from './processed-food.ts'

/** Every kind of product that the demonstration makes; together they cover the 26 sets. */
export const kinds: readonly ProductKind[] = [...freshFood, ...processedFood, ...drinks, ...herbsAndCrafts]
