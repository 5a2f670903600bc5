import { readFile, rename, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { log, told } from "@frontdesk/core/log";
import { clientSettings } from "@frontdesk/core/table/client";
import type { StreamRecord } from "@frontdesk/functions/stream/handler";

/** How far each shard was handed on; kept in a file so that a restart goes on where the last run was. */
type Checkpoint = Record<string, string>;
type Handle = (records: readonly StreamRecord[]) => Promise<void>;

const batchSize = 500;
const idleMs = 120;
/** How long a list of shards is believed: the stream makes new ones now and then. */
const shardsForMs = 20_000;

/**
 * Feeds the table's stream to the stream handler as the cloud would: in order per shard, at least once, a failing
 * batch again until it passes. The handler takes any replay, so the checkpoint may lag behind but never run ahead.
 */
export class StreamPump {
  private readonly client = new DynamoDBStreamsClient(clientSettings());
  private readonly iterators = new Map<string, string>();
  private listed: { at: number; ids: string[] } = { at: 0, ids: [] };
  private stopping = false;
  private idle = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly streamArn: string,
    private readonly file: string,
    private readonly handle: Handle,
  ) {}

  start() {
    this.loop ??= this.run();
  }

  /** Ends after the batch in hand. */
  async stop() {
    this.stopping = true;
    await this.loop;
    this.client.destroy();
  }

  /** Resolves once everything written before the call has been handled. */
  async drained() {
    this.idle = false;
    while (!this.idle && !this.stopping) await sleep(20);
  }

  private async run() {
    const checkpoint = await this.read();
    while (!this.stopping) {
      try {
        const handled = await this.once(checkpoint);
        if (handled > 0) continue;
        this.idle = true;
        await sleep(idleMs);
      } catch (error) {
        log("error", { stream: told(error) });
        this.iterators.clear();
        await sleep(1_000);
      }
    }
  }

  private async once(checkpoint: Checkpoint): Promise<number> {
    let handled = 0;
    for (const shardId of await this.shards()) handled += await this.shard(shardId, checkpoint);
    return handled;
  }

  private async shards(): Promise<string[]> {
    if (Date.now() - this.listed.at > shardsForMs) {
      const { StreamDescription } = await this.client.send(
        new DescribeStreamCommand({ StreamArn: this.streamArn }),
      );
      const ids = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
      this.listed = { at: Date.now(), ids };
    }
    return this.listed.ids;
  }

  private async shard(shardId: string, checkpoint: Checkpoint): Promise<number> {
    const iterator = this.iterators.get(shardId) ?? (await this.iterator(shardId, checkpoint[shardId]));
    if (!iterator) return 0;
    const output = await this.client
      .send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }))
      .catch((error) => this.lostPlace(error, shardId, checkpoint));
    const records = (output?.Records ?? []) as StreamRecord[];
    if (records.length > 0) {
      await this.handle(records);
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (last) checkpoint[shardId] = last;
      await this.write(checkpoint);
    }
    if (output?.NextShardIterator) this.iterators.set(shardId, output.NextShardIterator);
    return records.length;
  }

  private async iterator(ShardId: string, after: string | undefined) {
    const { ShardIterator } = await this.client.send(
      new GetShardIteratorCommand({
        StreamArn: this.streamArn,
        ShardId,
        ...(after
          ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
          : { ShardIteratorType: "TRIM_HORIZON" }),
      }),
    );
    return ShardIterator;
  }

  /** An iterator or checkpoint that is too old: begin again at the oldest record there is. */
  private lostPlace(error: unknown, shardId: string, checkpoint: Checkpoint) {
    this.iterators.delete(shardId);
    if (error instanceof ExpiredIteratorException) return undefined;
    if (!(error instanceof TrimmedDataAccessException)) throw error;
    delete checkpoint[shardId];
    return undefined;
  }

  private async read(): Promise<Checkpoint> {
    try {
      const kept = JSON.parse(await readFile(this.file, "utf8")) as { streamArn: string; shards: Checkpoint };
      return kept.streamArn === this.streamArn ? kept.shards : {};
    } catch {
      return {};
    }
  }

  private async write(shards: Checkpoint) {
    await writeFile(`${this.file}.next`, JSON.stringify({ streamArn: this.streamArn, shards }));
    await rename(`${this.file}.next`, this.file);
  }
}
