/** Whether a part of a sheet's resources, by its name, is what stays: *Investimenti*. */
export const investmentPart = (name: string): boolean => /\binvestiment/i.test(name);
