export interface Tables {
  'public.migration': { name: string }
}
