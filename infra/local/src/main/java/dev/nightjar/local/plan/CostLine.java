package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is paid for.
 *
 * @param price its id in the price file
 * @param cost in the price file's currency
 */
public record CostLine(String price, double quantity, String unit, double cost) {
    public CostLine {
        requireNonNull(price, "price is null");
        requireNonNull(unit, "unit is null");
    }
}
