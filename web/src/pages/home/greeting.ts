/** The part of the day an hour 0–23 is greeted as. */
export function greetingAt(hour: number): "morning" | "noon" | "afternoon" | "evening" {
  if (hour >= 5 && hour < 11) return "morning";
  if (hour >= 11 && hour < 14) return "noon";
  return hour >= 14 && hour < 18 ? "afternoon" : "evening";
}
