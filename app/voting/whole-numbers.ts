/**
 * The arithmetic of the count: whole numbers only, which add up to the same in any order, on any machine and in any language. All stay
 * below 2⁵³, so that JavaScript's numbers, SQL's integers and Python's agree to the last digit.
 */

/** The whole number nearest to the quotient; half goes up, also below zero: ⌊(2·dividend + divisor) / (2·divisor)⌋. */
export function divide(dividend: number, divisor: number): number {
  return floorOf(2 * dividend + divisor, 2 * divisor)
}

/** The greatest whole number whose square is not greater. */
export function wholeRoot(square: number): number {
  let root = Math.floor(Math.sqrt(square))
  while (root * root > square) root -= 1
  while ((root + 1) * (root + 1) <= square) root += 1
  return root
}

/** A quotient just below a whole number may be rounded to it before it is cut: the product tells. */
function floorOf(dividend: number, divisor: number): number {
  const quotient = Math.floor(dividend / divisor)
  const rest = dividend - quotient * divisor
  return rest < 0 ? quotient - 1 : rest >= divisor ? quotient + 1 : quotient
}
