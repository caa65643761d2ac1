package dev.nightjar.training.learn;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/**
 * One of the real tables, split by row as the reference is: row i tests when the CRC-32 of its
 * digits modulo 100 is below 20.
 */
record RealTable(List<Column> features, Column label, List<RowBlock> train, List<RowBlock> test) {
    private static final int CAPACITY = 4096;

    static RealTable adult() {
        String header =
                "age,workclass,fnlwgt,education,education-num,marital-status,occupation,"
                        + "relationship,race,sex,capital-gain,capital-loss,hours-per-week,"
                        + "native-country,income";
        return new Reader("adult/adult-train.csv", ',', header, List.of("?"))
                .read(
                        "age,fnlwgt,education-num,capital-gain,capital-loss,hours-per-week",
                        binary("income", ">50K"),
                        "");
    }

    static RealTable bankMarketing() {
        return new Reader("bank-marketing/bank-additional-full.csv", ';', null, List.of())
                .read(
                        "age,campaign,pdays,previous,emp.var.rate,cons.price.idx,cons.conf.idx,"
                                + "euribor3m,nr.employed",
                        binary("y", "yes"),
                        "duration");
    }

    static RealTable hotelBookings() {
        return new Reader("hotel-bookings/hotel_bookings.csv.gz", ',', null, List.of("NULL", "NA"))
                .read(
                        "lead_time,arrival_date_year,arrival_date_week_number,"
                                + "arrival_date_day_of_month,stays_in_weekend_nights,"
                                + "stays_in_week_nights,adults,children,babies,is_repeated_guest,"
                                + "previous_cancellations,previous_bookings_not_canceled,"
                                + "booking_changes,days_in_waiting_list,adr,"
                                + "required_car_parking_spaces,total_of_special_requests",
                        binary("is_canceled", "1"),
                        "reservation_status,reservation_status_date");
    }

    static RealTable bikeSharing() {
        return new Reader("bike-sharing/hour.csv", ',', null, List.of())
                .read(
                        "yr,holiday,workingday,temp,atemp,hum,windspeed",
                        label("cnt", ColumnType.DECIMAL),
                        "instant,dteday,casual,registered");
    }

    static RealTable californiaHousing() {
        return new Reader("california-housing/housing.csv", ',', null, List.of())
                .read(
                        "longitude,latitude,housing_median_age,total_rooms,total_bedrooms,"
                                + "population,households,median_income",
                        label("median_house_value", ColumnType.DECIMAL),
                        "");
    }

    static RealTable obesityLevels() {
        return new Reader(
                        "obesity-levels/ObesityDataSet_raw_and_data_sinthetic.csv",
                        ',',
                        null,
                        List.of())
                .read(
                        "Age,Height,Weight,FCVC,NCP,CH2O,FAF,TUE",
                        label("NObeyesdad", ColumnType.CATEGORY),
                        "");
    }

    static RealTable penguins() {
        return new Reader("penguins/penguins_raw.csv", ',', null, List.of("NA"))
                .read(
                        "Culmen Length (mm),Culmen Depth (mm),Flipper Length (mm),Body Mass (g),"
                                + "Delta 15 N (o/oo),Delta 13 C (o/oo)",
                        label("Species", ColumnType.CATEGORY),
                        "studyName,Sample Number,Region,Stage,Individual ID,Date Egg,Comments");
    }

    private static Column binary(String name, String positive) {
        return new Column(
                name,
                Role.LABEL,
                ColumnType.BOOLEAN,
                null,
                null,
                null,
                List.of(positive),
                List.of());
    }

    private static Column label(String name, ColumnType type) {
        return new Column(name, Role.LABEL, type, null, null, null, List.of(), List.of());
    }

    /** A throw-away parser: quotes, no line breaks in cells. */
    private record Reader(
            String file, char separator, @Nullable String header, List<String> missing) {
        RealTable read(String numbers, Column label, String dropped) {
            List<List<String>> records = records();
            List<String> names =
                    header == null ? records.removeFirst() : List.of(header.split(",", -1));
            List<String> out = List.of(dropped.split(",", -1));
            List<String> numeric = List.of(numbers.split(",", -1));
            List<Column> features = new ArrayList<>();
            for (String name : names) {
                if (!out.contains(name) && !name.equals(label.name())) {
                    features.add(feature(name, numeric.contains(name)));
                }
            }
            Map<String, Levels> levels = new HashMap<>();
            List<RowBlock> train = new ArrayList<>();
            List<RowBlock> test = new ArrayList<>();
            for (int row = 0; row < records.size(); row++) {
                List<RowBlock> blocks = heldOut(row) ? test : train;
                if (blocks.isEmpty() || blocks.getLast().rows() == CAPACITY) {
                    blocks.add(block(features, label, levels));
                }
                fill(blocks.getLast(), records.get(row), names, label, row);
            }
            return new RealTable(features, label, train, test);
        }

        private void fill(
                RowBlock block, List<String> cells, List<String> names, Column label, int record) {
            int row = block.rows();
            for (int i = 0; i < block.names().size(); i++) {
                String name = block.names().get(i);
                String cell = cells.get(names.indexOf(name));
                boolean absent = cell.isEmpty() || missing.contains(cell);
                switch (block.column(i)) {
                    case NumberColumn column when name.equals(label.name()) ->
                            column.values()[row] = truth(cell, label);
                    case NumberColumn column ->
                            column.values()[row] = absent ? Double.NaN : Double.parseDouble(cell);
                    case CategoryColumn column ->
                            column.codes()[row] =
                                    absent ? Levels.MISSING : column.levels().code(cell);
                    default -> throw new IllegalStateException();
                }
            }
            block.records()[row] = record;
            block.rows(row + 1);
        }

        private static double truth(String cell, Column label) {
            return label.type() == ColumnType.BOOLEAN
                    ? (label.positive().contains(cell) ? 1 : 0)
                    : Double.parseDouble(cell);
        }

        private static RowBlock block(
                List<Column> features, Column label, Map<String, Levels> levels) {
            List<Column> columns = new ArrayList<>(features);
            columns.add(label);
            List<ColumnData> data = new ArrayList<>();
            for (Column column : columns) {
                data.add(
                        column.type() == ColumnType.CATEGORY
                                ? new CategoryColumn(
                                        new int[CAPACITY],
                                        levels.computeIfAbsent(
                                                column.name(), _ -> Levels.growing()))
                                : new NumberColumn(new double[CAPACITY]));
            }
            return new RowBlock(columns.stream().map(Column::name).toList(), data, CAPACITY);
        }

        private static Column feature(String name, boolean number) {
            return new Column(
                    name,
                    Role.FEATURE,
                    number ? ColumnType.DECIMAL : ColumnType.CATEGORY,
                    null,
                    null,
                    new Missing(number ? Missing.Kind.KEEP : Missing.Kind.MODE, null),
                    List.of(),
                    List.of());
        }

        private static boolean heldOut(int row) {
            CRC32 crc = new CRC32();
            crc.update(Integer.toString(row).getBytes(StandardCharsets.US_ASCII));
            return crc.getValue() % 100 < 20;
        }

        private List<List<String>> records() {
            Path path = PublicTables.folder().resolve(file);
            try (InputStream raw = Files.newInputStream(path);
                    InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                List<List<String>> records = new ArrayList<>();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> records.add(cells(line)));
                return records;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char next = line.charAt(i);
                if (next == '"') {
                    quoted = !quoted;
                } else if (next == separator && !quoted) {
                    cells.add(cell.toString().strip());
                    cell.setLength(0);
                } else {
                    cell.append(next);
                }
            }
            cells.add(cell.toString().strip());
            return cells;
        }
    }
}
