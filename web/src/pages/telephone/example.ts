/** How a telephone system reports a call, by means that every one of them has. */
export const exampleOf = (address: string) => `SECRET='…'
BODY='{"callId":"c-1001","from":"13800001111","to":"8001","state":"ringing"}'
TIME=$(date +%s)
SIGN=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl -X POST '${address}' \\
  -H 'Content-Type: application/json' \\
  -H "Frontdesk-Timestamp: $TIME" \\
  -H "Frontdesk-Signature: v1=$SIGN" \\
  -d "$BODY"`;
