package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A price file: what AWS charges in one region, and what is assumed of a night. Immutable.
 *
 * @param date until when the prices were read
 * @param prices by id
 */
public record Prices(
        String region,
        String currency,
        String date,
        Map<String, Price> prices,
        Assumptions assumptions) {
    /**
     * What something costs.
     *
     * @param price for {@code per} of the unit
     * @param source the page that says so
     */
    public record Price(double price, double per, String unit, String source) {
        public Price {
            requireNonNull(unit, "unit is null");
            requireNonNull(source, "source is null");
            if (!(price >= 0) || !(per > 0)) {
                throw new IllegalArgumentException(price + " for " + per + " is no price");
            }
        }

        /** What so many of the unit cost. */
        double of(double quantity) {
            return quantity * price / per;
        }
    }

    /**
     * What nobody has measured.
     *
     * @param coldStartSeconds billed before each call
     * @param megabytesOfOneCpu memory with which a function has one CPU
     * @param secondsOfACall on one CPU, by step, where no run tells better
     */
    public record Assumptions(
            double coldStartSeconds,
            double megabytesOfOneCpu,
            double logBytesOfACall,
            double logBytesOfATransition,
            double getsOfACall,
            double putsOfACall,
            Map<String, Double> secondsOfACall) {
        public Assumptions {
            secondsOfACall = Map.copyOf(secondsOfACall);
        }

        /**
         * Seconds of one call of the step.
         *
         * @throws IllegalArgumentException when the file assumes none
         */
        double secondsOf(String step) {
            Double seconds = secondsOfACall.get(step);
            if (seconds == null) {
                throw new IllegalArgumentException("no seconds are assumed of a call of " + step);
            }
            return seconds;
        }
    }

    public Prices {
        requireNonNull(region, "region is null");
        requireNonNull(currency, "currency is null");
        requireNonNull(date, "date is null");
        prices = Map.copyOf(prices);
        requireNonNull(assumptions, "assumptions is null");
    }

    /**
     * The price with the id.
     *
     * @throws IllegalArgumentException when the file has none
     */
    Price of(String id) {
        Price price = prices.get(id);
        if (price == null) {
            throw new IllegalArgumentException("the price '" + id + "' is missing");
        }
        return price;
    }
}
