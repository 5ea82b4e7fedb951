package io.projectexport.persistence.organisation;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A bucket of bucket4j whose state somebody else has read and will store, because it is a column of a row that is locked anyway; it stands at
 * one moment.
 */
final class StoredBucket extends AbstractCompareAndSwapBasedProxyManager<String> {

    private static final String ONLY_KEY = "bucket";

    private byte[] state;

    /** @param state null for a new one */
    StoredBucket(byte[] state, Instant now) {
        super(ClientSideConfig.getDefault().withClientClock(new Moment(now)));
        this.state = state;
    }

    private record Moment(Instant now) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, now);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** What was taken out in advance from a bucket of another configuration is as many minutes in this one. */
    BucketProxy with(BucketConfiguration configuration) {
        BucketProxy bucket = builder().build(ONLY_KEY, () -> configuration);
        if (getProxyConfiguration(ONLY_KEY)
                .filter(other -> !other.equals(configuration))
                .isPresent()) {
            bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.PROPORTIONALLY);
        }
        return bucket;
    }

    byte[] state() {
        return state;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {

            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return Optional.ofNullable(state);
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState decoded, Optional<Long> timeoutNanos) {
                state = after;
                return true;
            }
        };
    }

    @Override
    public void removeProxy(String key) {
        state = null;
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }
}
