<?xml version="1.0" encoding="UTF-8"?>
<!-- Talks and the events that they name, by date: a drawing of how many when, and a list that has all of them. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="first-lane" as="xs:integer" select="96"/>
  <xsl:variable name="most-lanes" as="xs:integer" select="6"/>

  <!-- Months since the year 0; of a year alone the first month, or the last. -->
  <xsl:function name="f:month" as="xs:integer?">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:if test="matches(string($iso), '^\d{4}(-\d\d)?')">
      <xsl:variable name="month" as="xs:string" select="substring($iso, 6, 2)"/>
      <xsl:sequence select="12 * xs:integer(substring($iso, 1, 4)) + (if ($month ne '') then xs:integer($month) - 1 else if ($last) then 11 else 0)"/>
    </xsl:if>
  </xsl:function>

  <!-- The same to the day, in months: where it begins, or ends. -->
  <xsl:function name="f:moment" as="xs:double">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="day" as="xs:string" select="substring($iso, 9, 2)"/>
    <xsl:sequence select="f:month($iso, $last) + (if ($day castable as xs:integer) then (xs:integer($day) - (if ($last) then 0 else 1)) div 31 else if ($last) then 1 else 0)"/>
  </xsl:function>

  <!-- What happened, by date: talks, and events with an edition that names them. -->
  <xsl:variable name="happened" as="map(*)*" select="
    sort(($editions ! map { 'begins': string(@when)[. ne ''], 'ends': string(@when)[. ne ''], 'edition': . },
      f:of-kind($kinds[?element = 'event']) ! map { 'begins': f:begins(.), 'ends': f:ends(.), 'event': . }),
      (), function($one) { (($one?begins, $one?ends)[1], '~')[1] || (if (exists($one?event)) then ' 0' else ' 1') })"/>

  <xsl:template name="timeline" as="empty-sequence()">
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($happened ! 420)"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range(f:year-of(f:of-part($happened, $parts, $part)[1]), f:year-of(f:of-part($happened, $parts, $part)[last()]))"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href('timeline', $part)"/>
        <xsl:with-param name="title" select="f:named('page', 'timeline')"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:say('about-timeline') })"/>
        <xsl:with-param name="under" select="'timeline'"/>
        <xsl:with-param name="kind" select="'of-time'"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="f:named('page', 'timeline')"/>
            <xsl:with-param name="sub" as="node()*"><xsl:text>{f:counted('timeline-sub', count($happened?event), map { 'documents': f:counted('documents', count($editions)) })}</xsl:text></xsl:with-param>
          </xsl:call-template>
          <xsl:if test="$part = 1"><xsl:call-template name="drawing-of-time"/></xsl:if>
          <xsl:call-template name="pager">
            <xsl:with-param name="stem" select="'timeline'"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="labels" select="$labels"/>
          </xsl:call-template>
          <xsl:for-each-group select="f:of-part($happened, $parts, $part)" group-adjacent="f:year-of(.)">
            <section class="year" aria-labelledby="y.{current-grouping-key()}">
              <h2 id="y.{current-grouping-key()}">{f:capital(current-grouping-key())}</h2>
              <ol class="happened" role="list">
                <xsl:for-each select="current-group()"><xsl:call-template name="happened"/></xsl:for-each>
              </ol>
            </section>
          </xsl:for-each-group>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:year-of" as="xs:string">
    <xsl:param name="one" as="map(*)"/>
    <xsl:sequence select="(($one?begins, $one?ends)[1] ! substring(., 1, 4), f:say('undated'))[1]"/>
  </xsl:function>

  <xsl:template name="happened" as="element()">
    <xsl:variable name="one" as="map(*)" select="."/>
    <li class="{if (exists(?event)) then 'event' else 'talk-of-day'}">
      <xsl:choose>
        <xsl:when test="exists(?event)">
          <span class="when">{f:span(?begins, ?ends)}</span>
          <span class="what">
            <xsl:for-each select="?event">
              <xsl:variable name="in" as="xs:integer" select="count(f:documents(@xml:id))"/>
              <a href="{f:entry-href(@xml:id)}">{f:preferred(.)}</a>
              <span class="tag"> {f:counted('event-in-documents', $in)}</span>
            </xsl:for-each>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="?edition">
            <span class="when"><xsl:if test="@when ne ''"><xsl:sequence select="f:date(@when)"/></xsl:if></span>
            <span class="what">
              <xsl:sequence select="f:document(., '')"/>
              <span class="tag"><xsl:text> {string-join((f:names(f:participants(.)[position() le 4]), f:say('and-others')[f:participants($one?edition)[5]]), ', ')}{locality[. ne ''] ! ('; ' || .)}</xsl:text></span>
            </span>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- Columns of talks by month, year or ten years, whichever suits the span; events as bars below. -->
  <xsl:template name="drawing-of-time" as="element()?">
    <xsl:variable name="dated" as="map(*)*" select="$happened[exists(?begins) or exists(?ends)]"/>
    <xsl:if test="exists($dated)">
      <xsl:variable name="from" as="xs:integer" select="min($dated ! f:month((?begins, ?ends)[1], false()))"/>
      <xsl:variable name="to" as="xs:integer" select="max($dated ! f:month((?ends, ?begins)[1], exists(?event)))"/>
      <xsl:variable name="step" as="xs:integer" select="if ($to - $from lt 36) then 1 else if ($to - $from lt 1200) then 12 else 120"/>
      <xsl:variable name="start" as="xs:integer" select="$from - $from mod $step"/>
      <xsl:variable name="count" as="xs:integer" select="($to - $start) idiv $step + 1"/>
      <xsl:variable name="width" as="xs:double" select="100 div $count"/>
      <xsl:variable name="bar" as="xs:double" select="min((0.7 * $width, 3))"/>
      <xsl:variable name="talks" as="map(xs:integer, xs:integer)">
        <xsl:map>
          <xsl:for-each-group select="$editions[@when ne '']" group-by="(f:month(@when, false()) - $start) idiv $step">
            <xsl:map-entry key="current-grouping-key()" select="count(current-group())"/>
          </xsl:for-each-group>
        </xsl:map>
      </xsl:variable>
      <xsl:variable name="most" as="xs:integer" select="max((map:keys($talks) ! $talks(.), 1))"/>
      <xsl:variable name="bars" as="map(*)*" select="f:lanes($dated[exists(?event)], $start, $step)"/>
      <figure class="time">
        <svg width="100%" height="{$first-lane + 9 * max((0, $bars?lane ! (. + 1)))}" xmlns="http://www.w3.org/2000/svg" role="img"
          aria-label="{f:say(if ($step = 1) then 'drawing-by-months' else if ($step = 12) then 'drawing-by-years' else 'drawing-by-decades',
            map { 'from': f:bin($start, $step), 'to': f:bin($start + $step * ($count - 1), $step), 'most': $most })}">
          <line class="axis" x1="0" x2="100%" y1="72.5" y2="72.5"/>
          <xsl:for-each select="sort(map:keys($talks))">
            <xsl:variable name="height" as="xs:double" select="max((3, 60 * $talks(.) div $most))"/>
            <rect class="talks" x="{f:percentage((. + 0.5) * $width - $bar div 2)}" width="{f:percentage($bar)}" y="{round(72 - $height)}" height="{round($height)}"/>
          </xsl:for-each>
          <xsl:for-each select="f:labelled($count)">
            <text x="{f:percentage((. + 0.5) * $width)}" y="88" text-anchor="{if (. = 0 and $count gt 2) then 'start' else if (. = $count - 1 and $count gt 2) then 'end' else 'middle'}">{f:bin($start + . * $step, $step)}</text>
          </xsl:for-each>
          <xsl:for-each select="$bars">
            <rect class="lasts" x="{f:percentage(?from * $width)}" width="{f:percentage(max(((?to - ?from) * $width, 0.4)))}" y="{$first-lane + 9 * ?lane}" height="5"/>
          </xsl:for-each>
        </svg>
        <figcaption><span class="key talks"></span>{f:say(if ($step = 1) then 'legend-by-months' else if ($step = 12) then 'legend-by-years' else 'legend-by-decades', map { 'most': $most })}<xsl:if test="exists($bars)"><span class="key lasts"></span>{f:say('legend-events')}</xsl:if></figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Each event in the first lane that is free when it begins; a lane too many is shared. -->
  <xsl:function name="f:lanes" as="map(*)*">
    <xsl:param name="events" as="map(*)*"/>
    <xsl:param name="start" as="xs:integer"/>
    <xsl:param name="step" as="xs:integer"/>
    <xsl:iterate select="$events">
      <xsl:param name="taken" as="xs:double*" select="(1 to $most-lanes) ! (-1)"/>
      <xsl:variable name="from" as="xs:double" select="(f:moment((?begins, ?ends)[1], false()) - $start) div $step"/>
      <xsl:variable name="to" as="xs:double" select="(f:moment((?ends, ?begins)[1], true()) - $start) div $step"/>
      <xsl:variable name="lane" as="xs:integer" select="(for $n in 1 to $most-lanes return $n[$taken[$n] le $from], $most-lanes)[1]"/>
      <xsl:sequence select="map { 'from': $from, 'to': $to, 'lane': $lane - 1 }"/>
      <xsl:next-iteration><xsl:with-param name="taken" select="for $n in 1 to $most-lanes return if ($n = $lane) then $to else $taken[$n]"/></xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Five columns that get a label, or all of fewer. -->
  <xsl:function name="f:labelled" as="xs:integer*">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="if ($count le 4) then 0 to $count - 1 else distinct-values((0 to 3) ! xs:integer(round(. * ($count - 1) div 3)))"/>
  </xsl:function>

  <xsl:function name="f:bin" as="xs:string">
    <xsl:param name="month" as="xs:integer"/>
    <xsl:param name="step" as="xs:integer"/>
    <xsl:variable name="year" as="xs:string" select="format-integer($month idiv 12, '0000')"/>
    <xsl:sequence select="
      if ($step = 1) then f:say('short-month-of-year', map { 'month': f:named('month-short', string($month mod 12 + 1)), 'year': $year })
      else if ($step = 12) then $year else f:say('decade', map { 'year': $year })"/>
  </xsl:function>

  <xsl:function name="f:percentage" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="format-number($number, '0.##') || '%'"/>
  </xsl:function>
</xsl:stylesheet>
