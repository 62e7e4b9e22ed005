const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
// RFC 5322 4.3; military letters and whatever else mean an unknown zone there.
const zones: Record<string, number> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i

/** The time that a Date field tells (RFC 5322 3.3 and 4.3); null when it tells none that is. */
export function readDate(value: string): Date | null {
  const found = DATE.exec(value.slice(0, 200))
  if (!found)
    return /^\s*\d{4}-\d{2}-\d{2}T/.test(value) ? valid(Date.parse(value.slice(0, 40).trim())) : null
  const [, day, monthName, yearText, hour, minute, second, zone] = found
  const month = MONTHS.indexOf(monthName!.toLowerCase())
  const year = fullYear(yearText!)
  const at = new Date(0)
  at.setUTCFullYear(year, month, Number(day))
  const isDay = month >= 0 && at.getUTCMonth() === month && at.getUTCDate() === Number(day)
  if (!isDay || Number(hour) > 23 || Number(minute) > 59) return null
  at.setUTCHours(Number(hour), Number(minute), Math.min(Number(second ?? 0), 59))
  return valid(at.getTime() - offset(zone ?? '') * 60_000)
}

/** RFC 5322 4.3: two digits are of 1950 to 2049, three are years since 1900. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return text.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

/** Minutes ahead of UTC. */
function offset(zone: string): number {
  if (!/^[+-]\d{4}$/.test(zone)) return (zones[zone.toLowerCase()] ?? 0) * 60
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3))]
  return hours > 24 || minutes > 59 ? 0 : (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function valid(ms: number): Date | null {
  const date = new Date(ms)
  const year = date.getUTCFullYear()
  return year >= 1900 && year <= 9999 ? date : null
}
