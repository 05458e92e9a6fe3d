/** Why something failed, where it was asked for, and what can be done about it. */
export function FailureText(props: {
  reason: string;
  address?: string | undefined;
  cure?: string | undefined;
}) {
  return (
    <>
      <p>{props.reason}.</p>
      {props.address !== undefined && (
        <p>
          Address: <code>{props.address}</code>
        </p>
      )}
      {props.cure !== undefined && <p>{props.cure}</p>}
    </>
  );
}
