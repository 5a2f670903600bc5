import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { StackContext } from "sst/constructs";
import { makeFirewall } from "../infra/firewall";
import { useGiven } from "./context";

/** What the CDN needs at its home: the certificate of the service's name, and the firewall. */
export function edge({ stack }: StackContext) {
  const { stage } = useGiven();
  const certificate = new Certificate(stack, "Certificate", {
    ...{ domainName: stage.domain, validation: CertificateValidation.fromDns() },
  });
  const firewall = makeFirewall(stack, stage);
  stack.addOutputs({ certificateArn: certificate.certificateArn, firewallArn: firewall.attrArn });
}
